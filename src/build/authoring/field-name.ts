import { fieldOf } from './field-guide.ts';
import type { Path } from './yaml-source.ts';

/** What the parts of a record are called in a sentence. */
const labels: Record<string, string> = {
  options: '选项',
  steps: '步骤',
  rows: '配对行',
  choices: '选项',
  blanks: '空',
  common: '错法',
  near: '错数',
  models: '示范',
  almost: '“差一点”',
  objectives: '目标',
  changes: '改动说明',
  changelog: '更新记录',
  sources: '出处',
  waivers: '豁免',
};

/** What an item of this list is called. */
export const labelOf = (list: string): string => labels[list] ?? list;

/** What a path is called: `options.1.reason` is the `reason` of 选项 b. */
export function nameField(
  record: string,
  path: Path,
  value: unknown,
): { subject: string; field: string } {
  let subject = record;
  let field = '';
  path.forEach((step, index) => {
    if (typeof step === 'string') {
      field += field ? `.${step}` : step;
    } else if (index === path.length - 1) {
      field += ` 第${step + 1}项`;
    } else {
      const label = labelOf(field);
      const id = fieldOf(valueAt(value, path.slice(0, index + 1)), 'id');
      subject += typeof id === 'string' ? `的${label} ${id} ` : `的第${step + 1}个${label}`;
      field = '';
    }
  });
  return { subject, field: field || '内容' };
}

/** The value at `path`, whatever stands on the way. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(fieldOf, value);
