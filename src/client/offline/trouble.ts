import { type Refusal, RefusedError } from '../../core/offline/verify.ts';

/** Why a download stopped, as far as it matters to a learner. */
export type Trouble = 'portal' | 'status' | 'content' | 'slow' | 'network' | 'space';

export const troubleWords: Record<Trouble, string> = {
  portal: '被转到了别的网页，多半要先登录无线网络。登录好了再试。',
  status: '网站没给这个文件，多半正在更新，或者太忙。过一会儿再试。',
  content:
    '收到的内容跟网站上的不一样，没有存。网站可能正在更新，过一会儿再试；老是这样，换个网络。',
  slow: '网络太慢，先停下了。信号好些再接着下。',
  network: '网断了。连上了再接着下。',
  space: '这台设备空间不够。删掉不学的模块，或者腾出一点空间，再接着下。',
};

const refusals: Record<Refusal, Trouble> = {
  status: 'status',
  redirected: 'portal',
  length: 'content',
  digest: 'content',
  stalled: 'slow',
  network: 'network',
};

/** Bytes as people speak of them. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What an error of a download means. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof RefusedError) return refusals[error.refusal];
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'space';
  // `current.json` that is no JSON: somebody else has answered.
  return name === 'SyntaxError' ? 'portal' : 'network';
}
