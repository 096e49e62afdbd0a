import { error, warning } from '../author-error.ts';

/** What a text or a question could do better, one entry a rule (see index.ts). */
export const lintErrors = {
  // Questions
  'no-all-none': error<{ question: string; option: string }>(
    ({ question, option }) =>
      `题目 ${question} 的选项“${option}”说的是别的选项，打乱以后就不通了。`,
    () => '请换成自己站得住的一句话；真有几个都对，改成 kind: multiple。',
  ),
  'same-reason': error<{ question: string; option: string; first: string }>(
    ({ question, option, first }) =>
      `题目 ${question} 的选项 ${option} 和 ${first} 的理由一字不差。`,
    () => '每个选项错的地方不一样，请各写各的理由。',
  ),
  'private-number': error<{ number: string; what: string }>(
    ({ number, what }) => `“${number}”像一个真的${what}。`,
    () => '请换成一眼看得出是编的，比如“尾号0000”，或者整个删掉。',
  ),
  'options-unordered': error<{ question: string; sorted: boolean }>(
    ({ question, sorted }) =>
      sorted
        ? `题目 ${question} 的选项是一串数，没有写 ordered: true，页面上会打乱。`
        : `题目 ${question} 的选项是一串数，没有从小到大排。`,
    () => '请把数从小到大（或从大到小）排好，在 options 前面写 ordered: true。',
  ),
  'longest-keys': error<{ module: string; longest: number; questions: number }>(
    ({ module, longest, questions }) =>
      `模块 ${module} 的${questions}道单选题里，${longest}道的正确选项最长，挑最长的就能过。`,
    () => '请把一些正确选项写短，或者把错的选项写得一样具体。',
  ),
  'objective-unasked': error<{ objective: string; questions: number; fewest: number }>(
    ({ objective, questions, fewest }) =>
      questions < fewest
        ? `目标 ${objective} 只有${questions}道题，少于${fewest}道。`
        : `目标 ${objective} 没有一道情境题。`,
    ({ fewest }) =>
      `每个目标至少${fewest}道题，其中一道写 situation: true。请补题，或者把它并进别的目标。`,
  ),
  'red-lines-unasked': error<{ module: string; questions: number; fewest: number }>(
    ({ module, questions, fewest }) =>
      `模块 ${module} 的红线目标一共只有${questions}道题，少于${fewest}道。`,
    () => '红线碰了就不通过，请给它们补几道情境题。',
  ),
  'negative-stem': warning<{ question: string; asked: string }>(
    ({ question, asked }) => `题目 ${question} 问的是例外：“${asked}”，看漏一个字就答反了。`,
    () => '请改成正着问：哪一项对、先做什么。',
  ),
  'longest-key': warning<{ question: string; key: number; others: number }>(
    ({ question, key, others }) =>
      `题目 ${question} 的正确选项平均${key.toFixed(1)}字宽，错的平均${others.toFixed(1)}字，长的一看就是答案。`,
    () => '请把正确选项写短，或者把错的写得一样具体，相差不过四成。',
  ),
  absolutes: warning<{ question: string; words: string; side: string }>(
    ({ question, words, side }) =>
      `题目 ${question} 只有${side}的选项里有“${words}”，看字眼就能猜。`,
    () => '请删掉这个词，或者让对的、错的都有。',
  ),
  clang: warning<{ question: string; words: string }>(
    ({ question, words }) =>
      `题目 ${question} 的正确选项和题干用了同样的字（${words}），错的没有，照着字找就能猜。`,
    () => '请把正确选项换个说法，或者让错的选项也用题干里的字。',
  ),
  'too-many-options': warning<{ question: string; options: number }>(
    ({ question, options }) => `题目 ${question} 有${options}个选项，多半有凑数的。`,
    () => '三个最好，最多四个；请留下真有人会选的。',
  ),
  'too-many-judges': warning<{ module: string; judges: number; questions: number }>(
    ({ module, judges, questions }) =>
      `模块 ${module} 的${questions}道题里有${judges}道判断题，超过了一成。`,
    () => '判断题一半靠猜，请改几道成单选题或情境题。',
  ),
  'key-position': warning<{ module: string; habit: string }>(
    ({ module, habit }) => `模块 ${module} 的单选题，${habit}，照着位置就能猜。`,
    () => '请把几道题的正确选项换个位置；选项编号跟着选项走，不用改。',
  ),

  // Waivers
  'waiver-unused': error<{ subject: string; rule: string }>(
    ({ subject, rule }) => `${subject}豁免了 ${rule}，可这里没有这条警告。`,
    () => '请删掉这一条；多半是已经改好了，或者写错了地方。',
  ),
  'waiver-unexplained': error<{ subject: string; rule: string; length: number; minimum: number }>(
    ({ subject, rule, length }) => `${subject}豁免 ${rule} 的 why 只有${length}个字。`,
    ({ minimum }) => `请写到${minimum}个字以上：为什么这里不改也不会让学员猜到或看错。`,
  ),
  'waiver-overused': error<{ rule: string; times: number; most: number }>(
    ({ rule, times, most }) => `${rule} 已经豁免了${times}次，最多${most}次。`,
    ({ rule }) => `请改掉几处 ${rule}；处处都要豁免，多半是写法成了习惯。`,
  ),
  'waivers-too-many': error<{ waived: number; questions: number; percent: number }>(
    ({ waived, questions, percent }) =>
      `${questions}道题里有${waived}道写了豁免，超过了${percent}%。`,
    () => '请挑能改的改掉，把它们的 waivers 删了。',
  ),

  // Phrases
  'promise-unmarked': warning<{ subject: string; promise: string }>(
    ({ subject, promise }) => `${subject}许了诺“${promise}”，没有说要看本单位允不允许。`,
    () =>
      '请在这条话术里写 ifAllowed: true，或者在 calm、then 里用口径〔编号〕；只是转告规定，换个说法。',
  ),

  // Prose
  'banned-word': warning<{ word: string }>(
    ({ word }) => `“${word}”是口号里的词，说不出谁做什么。`,
    () => '请换成看得见的动作；引法律的话，放进“ ”或者 <Rule> 里。',
  ),
  'corner-bracket': error<{ mark: string }>(
    ({ mark }) => `这里用了${mark}，大陆的引号是“ ”和‘ ’。`,
    () => '请换成“ ”，引号里面再引用‘ ’。',
  ),
  'half-width-punctuation': error<{ written: string; instead: string }>(
    ({ written }) => `中文里用了半角标点：${written}`,
    ({ instead }) => `请写成：${instead}`,
  ),
  'manual-space': error<{ written: string; instead: string }>(
    ({ written }) => `“${written}”中间打了空格，页面自己会留空。`,
    ({ instead }) => `请写成：${instead}`,
  ),
  'long-sentence': warning<{ length: number; start: string }>(
    ({ length, start }) => `“${start}……”这一句有${length}个字，一口气读不完。`,
    () => '请拆成两句，一句不超过80个字。',
  ),
  'law-without-year': error<{ law: string }>(
    ({ law }) => `${law}在这一课头一次出现，没有写年份，过几年不知道是哪一版。`,
    ({ law }) => `请写成${law}（2018年修正）这样，年份照 references.yaml。`,
  ),
  'unexplained-acronym': warning<{ acronym: string }>(
    ({ acronym }) => `${acronym} 在这一课里没有说是什么。`,
    ({ acronym }) => `请换成中文，或者头一次写成“中文（${acronym}）”。`,
  ),
} as const;
