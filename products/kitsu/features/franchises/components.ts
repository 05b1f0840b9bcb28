/** An undirected edge between two titles. */
export interface Edge {
  readonly from_id: number;
  readonly to_id: number;
}

/**
 * Connected components of a graph by union-find with path halving: lists of ids, each sorted, those of a single id
 * left out. Near-linear in the number of edges.
 */
export function connectedComponents(edges: Iterable<Edge>): number[][] {
  const parent = new Map<number, number>();
  const rootOf = (id: number): number => {
    let node = id;
    for (;;) {
      const up = parent.get(node) ?? node;
      if (up === node) return node;
      const grand = parent.get(up) ?? up;
      parent.set(node, grand);
      node = grand;
    }
  };
  for (const { from_id, to_id } of edges) {
    const from = rootOf(from_id);
    const to = rootOf(to_id);
    parent.set(from_id, parent.get(from_id) ?? from);
    parent.set(to_id, parent.get(to_id) ?? to);
    // The smaller id becomes the root, so that a component is named the same whatever the order of its edges.
    if (from !== to) parent.set(Math.max(from, to), Math.min(from, to));
  }
  const members = new Map<number, number[]>();
  for (const id of [...parent.keys()].sort((a, b) => a - b)) {
    const root = rootOf(id);
    const component = members.get(root);
    if (component === undefined) members.set(root, [id]);
    else component.push(id);
  }
  return [...members.values()].filter((component) => component.length > 1);
}
