/** The few questions asked of a parsed page: what an element is, what it says of itself, what stands in it. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Node = Tree.ChildNode;
export type Element = Tree.Element;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is Tree.TextNode {
  return node.nodeName === '#text';
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

/** All elements below `root`, in document order, without recursion: pages nest as deep as they like. */
export function* elementsBelow(root: { readonly childNodes: readonly Node[] }): Generator<Element> {
  const waiting = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) {
      yield node;
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child !== undefined) {
          waiting.push(child);
        }
      }
    }
  }
}

/** All text below `node`, as written. */
export function textBelow(node: Node): string {
  const pieces: string[] = [];
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isText(next)) {
      pieces.push(next.value);
    } else if (isElement(next)) {
      for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
        const child = next.childNodes[index];
        if (child !== undefined) {
          waiting.push(child);
        }
      }
    }
  }
  return pieces.join('');
}

/** Deepest nesting of elements. */
export function depthOf(root: { readonly childNodes: readonly Node[] }): number {
  let deepest = 0;
  const waiting: [Node, number][] = root.childNodes.map((node) => [node, 1]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    if (isElement(node)) {
      for (const child of node.childNodes) {
        waiting.push([child, depth + 1]);
      }
    }
  }
  return deepest;
}
