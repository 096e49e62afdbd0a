/** Colours of the window that an installed course opens in. */
export interface WindowColours {
  theme: string;
  background: string;
}

/** `manifest.webmanifest`: how the course stands on a home screen. */
export function webManifest(base: string, { theme, background }: WindowColours): string {
  const manifest = {
    id: base,
    name: '窗口学堂',
    short_name: '窗口学堂',
    description: '给窗口工作人员的课，断了网也能学。',
    lang: 'zh-CN',
    start_url: base,
    scope: base,
    display: 'standalone',
    theme_color: theme,
    background_color: background,
    icons: [
      { src: `${base}icon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icon-512.png`, sizes: '512x512', type: 'image/png' },
      {
        src: `${base}icon-maskable-512.png`,
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
    shortcuts: [
      { name: '我的学习', url: `${base}record/` },
      { name: '搜索', url: `${base}search/` },
    ],
  };
  return JSON.stringify(manifest);
}

/** The light colours of the site, from the text of `tokens.css`. */
export function windowColours(tokens: string): WindowColours {
  return { theme: colour(tokens, '--jade'), background: colour(tokens, '--desk') };
}

function colour(tokens: string, name: string): string {
  const [, value] = new RegExp(`${name}: (#[0-9a-f]{6});`).exec(tokens) ?? [];
  if (!value) throw new Error(`tokens.css has no colour ${name}`);
  return value;
}
