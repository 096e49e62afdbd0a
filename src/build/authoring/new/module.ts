import { contentFolder } from '../content-files.ts';
import { modulesTaken } from '../site-addresses.ts';
import type { Change } from './change.ts';
import {
  create,
  type Existing,
  publishedBefore,
  requireFreeAddress,
  requireFreeId,
  requireTitle,
  yearAfter,
} from './existing.ts';
import { moduleYaml } from './templates.ts';

/** A module that is a draft, with one objective and no lesson yet. */
export function newModule(existing: Existing, id: string, name: string): Change[] {
  const title = requireTitle(name);
  const { course, today } = existing;
  const taken = course.modules.flatMap(({ folder, entry }) => [folder, entry?.id ?? folder]);
  requireFreeAddress('模块', id, modulesTaken);
  requireFreeId('模块', id, new Set([...taken, ...publishedBefore(existing, 'module:')]));
  const ticket = [...title][0] ?? '';
  const order = 1 + Math.max(0, ...course.modules.map(({ entry }) => entry?.data?.order ?? 0));
  const text = moduleYaml({ id, ticket, order, title, today, reviewBy: yearAfter(today) });
  return [create(existing, `${contentFolder}/modules/${id}/module.yaml`, text)];
}
