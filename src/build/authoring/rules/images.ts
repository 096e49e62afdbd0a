import path from 'node:path';
import { walk } from '../mdast.ts';
import type { Rule } from '../rule.ts';

/** A photograph stands beside its lesson, so that it works offline, and says what it shows. */
export const imagesAreHere: Rule = ({ lessons, files, photos }, report) => {
  for (const { body, folder } of lessons) {
    if (!body) continue;
    const definitions = new Map<string, string>();
    for (const node of walk(body.root)) {
      if (node.type === 'definition') definitions.set(node.identifier, node.url);
    }
    for (const node of walk(body.root)) {
      if (node.type !== 'image' && node.type !== 'imageReference') continue;
      const image = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
      const place = body.placeOf(node);
      const file = path.posix.join(folder, decoded(image));
      if (!node.alt?.trim()) report('image-without-alt', place, { image });
      // One letter and a colon is a drive of Windows.
      else if (/^([a-z][a-z0-9+.-]+:|\/\/)/i.test(image)) report('remote-image', place, { image });
      else if (/\.svg$/i.test(image)) report('svg-as-image', place, { image });
      else if (!files.has(file)) report('missing-image', place, { image });
      else if (!photos.has(file) || !/\.(png|jpe?g|gif|webp)$/i.test(file)) {
        report('not-a-photo', place, { image });
      }
    }
  }
};

/** `my%20photo.png` is the file `my photo.png`. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
