import { defineMdastPlugin } from 'satteri';
import { cutAtSlots } from '../core/local/written.ts';

/** Turns 〔id〕 in a lesson's text into `<Slot id="id" />`, so that authors write no tag for it. */
export const slotPlugin = defineMdastPlugin({
  name: 'slots',
  text(node, context) {
    const parts = cutAtSlots(node.value);
    if (parts.length === 1) return;
    const nodes = parts.map((value, i) => (i % 2 === 1 ? slot(value) : text(value)));
    context.replaceNode(node, nodes);
  },
});

const text = (value: string) => ({ type: 'text' as const, value });

const slot = (id: string) => ({
  type: 'mdxJsxTextElement' as const,
  name: 'Slot',
  attributes: [{ type: 'mdxJsxAttribute' as const, name: 'id', value: id }],
  children: [],
});
