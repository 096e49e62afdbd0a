import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '../../build/content.ts';
import { outlineOf } from '../../core/course/outline.ts';

// What every page that shows progress in a module reads (`client/outline.ts`): once, not in each page.
export const getStaticPaths: GetStaticPaths = async () => {
  const { modules } = await getCourse();
  return modules.map((module) => ({ params: { module: module.id }, props: { module } }));
};

export const GET: APIRoute = ({ props }) => Response.json(outlineOf(props.module));
