import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from './build/schemas/lesson.ts';
import { moduleSchema } from './build/schemas/module.ts';
import { phrasesSchema } from './build/schemas/phrase.ts';
import { quizSchema } from './build/schemas/quiz.ts';
import { postSchema, sectorSchema } from './build/schemas/shared.ts';
import { yamlFiles } from './build/yaml-loader.ts';

const base = './src/content';

export const collections = {
  modules: defineCollection({
    loader: yamlFiles(base, 'modules/*/module.yaml'),
    schema: moduleSchema,
  }),
  // The id of a lesson entry is its folder: `attitude/03-waiting`.
  lessons: defineCollection({
    loader: glob({
      base: `${base}/modules`,
      pattern: '*/*/lesson.mdx',
      generateId: ({ entry }) => entry.replace('/lesson.mdx', ''),
    }),
    schema: lessonSchema,
  }),
  quizzes: defineCollection({
    loader: yamlFiles(base, 'modules/*/*/quiz.yaml'),
    schema: quizSchema,
  }),
  phrases: defineCollection({
    loader: yamlFiles(base, 'modules/*/*/phrases.yaml'),
    schema: phrasesSchema,
  }),
  sectors: defineCollection({ loader: yamlFiles(base, 'sectors/*.yaml'), schema: sectorSchema }),
  posts: defineCollection({ loader: yamlFiles(base, 'posts/*.yaml'), schema: postSchema }),
};
