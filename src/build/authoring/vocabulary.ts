import { nearest } from './suggest.ts';

/** What an author may write in a lesson besides Markdown, and what the guide says about it. */
export interface Component {
  about: string;
  /** `blocks` stand on lines of their own around text, `none` hold nothing, `text` stands in a sentence. */
  holds: 'blocks' | 'none' | 'text';
  /** What may be around it, where not everything may: what is folded away can't be found. */
  within?: readonly string[];
  attributes: Record<string, { about: string; optional?: true; digits?: true }>;
}

export const vocabulary: Record<string, Component> = {
  Quiz: {
    about: '题目：不带属性，列出这一课其余的题；写 only，只放一道。',
    holds: 'none',
    within: ['Goal', 'Case'],
    attributes: { only: { about: '题目编号，这道题就放在这里。', optional: true } },
  },
  Phrases: { about: '这一课的全部话术。', holds: 'none', within: ['Goal', 'Case'], attributes: {} },
  Goal: {
    about: '教某个目标的那一段，学员从成绩点“回去看”就到这里。',
    holds: 'blocks',
    within: [],
    attributes: { id: { about: '目标编号，这一课的 objectives 里有的。' } },
  },
  Sector: {
    about: '只说给一个行业的话，别的行业收起来。',
    holds: 'blocks',
    attributes: { id: { about: '行业编号，sectors 文件夹里有的。' } },
  },
  Rule: {
    about: '规定：用自己的话转述一条，下面带出处。',
    holds: 'blocks',
    attributes: { source: { about: '出处编号，这一课的 sources 里有的。' } },
  },
  Case: {
    about: '案例。',
    holds: 'blocks',
    attributes: { title: { about: '案例的题目。' } },
  },
  Figure: {
    about: '图，后面是和图教的一样的一段话，看不见图的人靠它学。',
    holds: 'blocks',
    attributes: {
      src: { about: '图的文件名，SVG，放在这一课的文件夹里。' },
      alt: { about: '一句话说图里画了什么，10个字以上，读屏软件念它。' },
      caption: { about: '图的题目，印在图上面。' },
    },
  },
  Ask: {
    about: '一个先想再看的问题，答案折起来。',
    holds: 'blocks',
    attributes: { q: { about: '问题。' } },
  },
  Discuss: {
    about: '分组讨论。',
    holds: 'blocks',
    attributes: {
      minutes: { about: '几分钟，只写数字。', digits: true },
      people: { about: '几个人一组。' },
      product: { about: '讨论完带走什么。' },
    },
  },
  Task: {
    about: '回到窗口自己做的练习。',
    holds: 'blocks',
    attributes: {
      title: { about: '练习的题目。' },
      product: { about: '做出来的是什么。' },
    },
  },
  Link: {
    about: '通到另一课的链接。',
    holds: 'text',
    attributes: {
      to: { about: '模块编号/课的编号，后面可以带 #goal-目标编号、#题目编号或 #话术编号。' },
    },
  },
};

/** The component of this name, if authors have one. */
export function componentNamed(name: string): Component | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
}

/** Whether a tag was meant as HTML: small letters, and no component is spelt nearly like it. */
export const isHtml = (name: string): boolean =>
  /^[a-z]/.test(name) && nearest(name, Object.keys(vocabulary)) === undefined;
