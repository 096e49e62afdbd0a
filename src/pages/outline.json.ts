import type { APIRoute } from 'astro';
import { getCourse } from '../build/content.ts';
import { outlineOf } from '../core/course/outline.ts';

/** What every page that shows progress reads (`client/outline.ts`): once, not in each page. */
export const GET: APIRoute = async () => Response.json(outlineOf((await getCourse()).modules));
