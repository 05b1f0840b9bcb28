const ALLOWED = new Set([
  'svg',
  'defs',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'use',
  'pattern',
  'clipPath',
  'linearGradient',
  'radialGradient',
  'stop',
]);

const TAG = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z0-9:-]+="[^"<>&]*")*)\s*(\/?)>/y;

/** Everything wrong with a drawn document, in words; a sound one has no faults. */
export function faultsOf(svg: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const wanted = new Set<string>();
  TAG.lastIndex = 0;
  while (TAG.lastIndex < svg.length) {
    const at = TAG.lastIndex;
    const tag = TAG.exec(svg);
    if (!tag) return [...faults, `not a tag: ${svg.slice(at, at + 60)}`];
    const [, closing, name = '', attributes = '', empty] = tag;
    if (!ALLOWED.has(name)) faults.push(`element ${name}`);
    if (closing && open.pop() !== name) faults.push(`stray </${name}>`);
    if (!closing && !empty) open.push(name);
    faults.push(...attributeFaults(attributes, ids, wanted));
  }
  if (open.length) faults.push(`never closed: ${open.join(', ')}`);
  for (const id of wanted) if (!ids.has(id)) faults.push(`#${id} is not defined`);
  return faults;
}

function attributeFaults(text: string, ids: Set<string>, wanted: Set<string>): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [, name = '', value = ''] of text.matchAll(/([A-Za-z0-9:-]+)="([^"]*)"/g)) {
    if (seen.has(name)) faults.push(`${name} twice`);
    seen.add(name);
    if (/NaN|undefined|Infinity|null/.test(value)) faults.push(`${name}="${value.slice(0, 40)}"`);
    if (/^on|^style$/.test(name)) faults.push(`attribute ${name}`);
    if (/:\/\/|data:/.test(value) && name !== 'xmlns') faults.push(`from elsewhere: ${value}`);
    if (name === 'id' && ids.has(value)) faults.push(`id ${value} twice`);
    if (name === 'id') ids.add(value);
    const reference = name === 'href' ? value.slice(1) : /url\(#([^)]+)\)/.exec(value)?.[1];
    if (reference) wanted.add(reference);
  }
  return faults;
}
