import type { APIRoute } from 'astro';
import { getCourse } from '../build/content.ts';
import { href } from '../components/href.ts';

/** What tools and tests read about the published course; the build's id is added when it is known. */
export const GET: APIRoute = async () => {
  const { modules, posts } = await getCourse();
  return Response.json({
    modules: modules.map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        url: href(`${lesson.path}/`),
        questions: lesson.quiz.map(({ id, kind, revision }) => ({ id, kind, revision })),
        phrases: lesson.phrases.length,
        drills: [],
      })),
    })),
    posts: posts.map(({ id, sector, title, lessons }) => ({
      id,
      sector,
      title,
      lessons: lessons.map(({ path }) => path),
    })),
  });
};
