import { error, notice } from '../author-error.ts';
import { list, perhaps } from './words.ts';

/** Slots, sources, and the course as a whole. */
export const courseErrors = {
  // Slots and sources
  'unknown-slot': error<{ slot: string; nearest: string | undefined; known: readonly string[] }>(
    ({ slot }) => `没有口径〔${slot}〕。`,
    ({ nearest, known }) =>
      nearest
        ? `请改成〔${nearest}〕。`
        : `slots.yaml 里有：${list(known)}。要新的，先在那里加一条。`,
  ),
  'slot-not-allowed': error<{ slot: string; where: string }>(
    ({ slot, where }) => `${where}里不能用口径〔${slot}〕，会原样显示。`,
    () => '口径只能用在正文、题目的理由、话术的 calm 和 then 里，请换成不随单位变的说法。',
  ),
  'slot-not-closed': error(
    () => '这里的〔没有配上〕。',
    () => '口径请写成〔编号〕；不是口径的，换成（ ）。',
  ),
  'unknown-reference': error<{ reference: string; nearest: string | undefined }>(
    ({ reference }) => `references.yaml 里没有 ${reference}。`,
    ({ nearest }) => `${perhaps(nearest)}请写已有的编号，或者先在 references.yaml 里加上这一条。`,
  ),
  'unclear-source': error<{ subject: string; source: string }>(
    ({ subject, source }) => `${subject}的依据“${source}”看不出是哪一条。`,
    () =>
      '请以 references.yaml 里的编号开头，比如 L23第57条；不是引来的，写“本课做法”“本课算法”或“本单位……”。',
  ),
  'doubtful-source': error<{ question: string; reference: string }>(
    ({ question, reference }) => `题目 ${question} 的依据 ${reference} 还标着“疑”，不能拿来出题。`,
    () => '请先核实它，把 references.yaml 里的 grade 改成 读 或 知；核实不了就换依据或换题。',
  ),
  'unused-reference': notice<{ reference: string }>(
    ({ reference }) => `出处 ${reference} 没有一课、一题、一条话术引用。`,
    () => '请在用到它的课里列进 sources；不用了，就从 references.yaml 里删掉。',
  ),
  'source-not-listed': error<{ reference: string }>(
    ({ reference }) => `<Rule source="${reference}"> 引的出处没有列在这一课的 sources 里。`,
    ({ reference }) =>
      `请在 lesson.mdx 开头的 sources 里加一条：- { id: ${reference}, use: 用在哪里 }`,
  ),

  // The course as a whole
  'unknown-sector': error<{
    sector: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ sector }) => `没有行业 ${sector}。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `能写的有：${list(known)}。`),
  ),
  'unknown-lesson': error<{ subject: string; lesson: string; nearest: string | undefined }>(
    ({ subject, lesson }) => `${subject}里的 ${lesson} 不是一课。`,
    ({ nearest }) =>
      nearest ? `请改成 ${nearest}。` : '请写成 模块编号/课的编号，比如 attitude/waiting。',
  ),
  'lesson-in-draft': notice<{ subject: string; lesson: string }>(
    ({ subject, lesson }) => `${subject}里的 ${lesson} 还没有发布，学员看不到这一课。`,
    () => '模块发布（status: published）以后它会自己出现，现在不用改。',
  ),
  'not-practised': error<{ subject: string; practice: string; lessons: readonly string[] }>(
    ({ subject, practice }) => `${subject}要有${practice}，它的课里一处也没有。`,
    ({ practice, lessons }) =>
      `请在 ${list(lessons)} 里写上${practice}，或者在 lessons 里加上有${practice}的课。`,
  ),
  'objective-empty': error<{ objective: string; missing: string }>(
    ({ objective, missing }) => `目标 ${objective} ${missing}。`,
    ({ objective }) =>
      `请写上教它的课、考它的题；不要这个目标了，把 ${objective} 写进停用表再删掉。`,
  ),
  'version-mismatch': error<{ version: string; latest: string }>(
    ({ version, latest }) => `模块版本是 ${version}，更新记录的第一条却是 ${latest}。`,
    ({ version }) => `请在 changelog 最前面加一条 version: ${version}，或者把两处改成一样。`,
  ),
  'module-without-lessons': error<{ module: string }>(
    ({ module }) => `模块 ${module} 已发布，却一课也没有。`,
    ({ module }) =>
      `请先写课（npm run new -- lesson ${module} 编号 课名），或者改成 status: draft。`,
  ),
} as const;
