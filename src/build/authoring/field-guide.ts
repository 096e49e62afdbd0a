import { z } from 'astro/zod';
import type { Path } from './yaml-source.ts';

/** What a schema says about one place in a value, in a form that can be walked and shown. */
export interface FieldGuide {
  type?: string;
  format?: string;
  /** A regular expression. */
  pattern?: string;
  /** The sentence that tells an author what to write. */
  description?: string | undefined;
  properties?: Record<string, FieldGuide>;
  required?: string[];
  items?: FieldGuide;
  prefixItems?: FieldGuide[];
  oneOf?: FieldGuide[];
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

const guides = new WeakMap<z.ZodType, FieldGuide>();

/** The guide of a whole schema. */
export function guideTo(schema: z.ZodType): FieldGuide {
  const known = guides.get(schema);
  if (known) return known;
  const guide = z.toJSONSchema(schema, { io: 'input' }) as FieldGuide;
  guides.set(schema, guide);
  return guide;
}

/** The part of the guide that speaks of `path` in `value`; in a union, the branch of its `kind`. */
export function guideAt(guide: FieldGuide, path: Path, value: unknown): FieldGuide | undefined {
  const branch = guide.oneOf ? branchOf(guide, value) : guide;
  const [step, ...rest] = path;
  if (step === undefined) return branch;
  const next =
    typeof step === 'number'
      ? { description: branch?.description, ...(branch?.prefixItems?.[step] ?? branch?.items) }
      : branch?.properties?.[step];
  return next && guideAt(next, rest, fieldOf(value, step));
}

/** The value of one field or item, whatever `value` is. */
export function fieldOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}

/** The kinds that a union tells apart. */
export function kindsOf(guide: FieldGuide): string[] {
  return (guide.oneOf ?? []).map((branch) => String(branch.properties?.kind?.const));
}

function branchOf(guide: FieldGuide, value: unknown): FieldGuide | undefined {
  const kind = fieldOf(value, 'kind');
  return guide.oneOf?.find((branch) => branch.properties?.kind?.const === kind) ?? guide.oneOf?.[0];
}
