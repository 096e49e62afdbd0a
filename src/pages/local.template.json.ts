import type { APIRoute } from 'astro';
import { getCourse, getSlots } from '../build/content.ts';
import { printTemplate } from '../core/local/template.ts';

/** What an institution fills in and puts beside the site as `local.json`. */
export const GET: APIRoute = async () => {
  const { sectors } = await getCourse();
  return new Response(printTemplate(await getSlots(), sectors));
};
