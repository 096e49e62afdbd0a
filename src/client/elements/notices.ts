import { href, type Notice } from '../base.ts';
import { build } from '../build-element.ts';

interface NoticeWords {
  /** Two parts have a count between them. */
  text: readonly [string] | readonly [string, string];
  /** `alert` interrupts a reader, `status` waits for a pause. */
  role: 'alert' | 'status';
  warning?: boolean;
  /** Says why the first action has to wait. */
  busy?: string;
  link?: { path: string; text: string };
  actions?: readonly { action: string; text: string; quiet?: boolean }[];
}

const words: Record<Notice, NoticeWords> = {
  memory: {
    text: [
      '这个浏览器不让保存。可以照常做题，但答案只在这一页里记着，关掉就没了。换一个窗口，或者退出无痕模式再学。',
    ],
    role: 'alert',
    warning: true,
  },
  unread: {
    text: [
      '有',
      '条学习记录这个版本读不出，已经原样留着，别的记录不受影响。更新到新版本后再看一次。',
    ],
    role: 'status',
    warning: true,
  },
  lost: {
    text: [
      '这里的学习记录少了',
      '条，第二份里也没有，多半是浏览器清理过。有备份先恢复，剩下的都还在。',
    ],
    role: 'alert',
    warning: true,
    link: { path: 'record/#backup', text: '从备份恢复' },
    actions: [{ action: 'accept-loss', text: '没有备份，知道了', quiet: true }],
  },
  restored: {
    text: [
      '这个浏览器丢过一部分学习记录，已经从第二份里找回',
      '条。去“我的学习”存一份备份更稳妥。',
    ],
    role: 'status',
  },
  local: {
    text: ['本单位口径文件（local.json）读不出，先照原来的显示。请告诉培训科。'],
    role: 'status',
  },
  update: {
    text: ['新内容已就绪。'],
    role: 'status',
    busy: '这张卷子还没答完，交卷后再更新。',
    actions: [
      { action: 'update', text: '更新' },
      { action: 'later', text: '先不更新', quiet: true },
    ],
  },
};

export const allNotices = Object.keys(words) as Notice[];

/**
 * Every notice, hidden. They are built here and not printed on each page: without this script none of
 * them is ever shown, and a page that changes is downloaded whole.
 */
export const buildNotices = (): HTMLElement[] =>
  allNotices.map((notice) => buildNotice(notice, words[notice]));

function buildNotice(notice: Notice, parts: NoticeWords): HTMLElement {
  const { text, role, warning, busy, link, actions = [] } = parts;
  const [before, after] = text;
  const classes = [
    'notice',
    ...(warning ? ['warning'] : []),
    ...(actions.length ? ['update'] : []),
  ];
  return build(
    'div',
    { class: classes.join(' '), 'data-notice': notice, role, hidden: '' },
    build(
      'p',
      {},
      before,
      ...(after ? [build('span', { 'data-part': 'count' }), after] : []),
      ...(busy ? [build('span', { 'data-part': 'busy', role: 'status', hidden: '' }, busy)] : []),
    ),
    ...(link ? [build('a', { class: 'button', href: href(link.path) }, link.text)] : []),
    ...actions.flatMap(({ action, text: label, quiet }) => [
      ' ',
      build(
        'button',
        { type: 'button', class: quiet ? 'button quiet' : 'button', 'data-action': action },
        label,
      ),
    ]),
  );
}
