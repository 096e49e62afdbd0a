import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { authoring } from './src/build/integrations/authoring.ts';
import { client } from './src/build/integrations/client.ts';
import { hosting } from './src/build/integrations/hosting.ts';
import { inventory } from './src/build/integrations/inventory.ts';
import { offline } from './src/build/integrations/offline.ts';
import { search } from './src/build/integrations/search.ts';
import { slotPlugin } from './src/build/slot-plugin.ts';

export default defineConfig({
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Nothing inline is served: the constant CSP forbids it, and it would change pages needlessly.
  build: { inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [slotPlugin], features: { smartPunctuation: false } }),
  },
  integrations: [mdx(), authoring(), client(), search(), offline(), inventory(), hosting()],
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
});
