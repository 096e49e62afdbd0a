/** What the deployment guides tell an administrator to type, so that just that is tried. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const guides = join(import.meta.dirname, '../../deploy');

/** The code blocks of one language in a guide, in order. */
export async function codeBlocks(guide: string, language: string): Promise<string[]> {
  const text = await readFile(join(guides, guide), 'utf8');
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(([, block = '']) => block);
}
