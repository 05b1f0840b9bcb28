import { generatedRows } from '../catalogue/generated-rows.ts';

/** What people type for well-known titles: whole names, beginnings, slips, other scripts, and something that is not there. */
const WRITTEN: readonly string[] = [
  ...[
    'Cowboy Bebop',
    'Steins;Gate',
    'Mononoke Hime',
    'Death Note',
    'Monster',
    'Haikyuu!!',
    'Akira',
    'Paprika',
  ],
  ...['Fullmetal Alchemist: Brotherhood', 'Neon Genesis Evangelion', 'Kimi no Na wa.', 'Hunter x Hunter'],
  ...[
    'full',
    'fullm',
    'neon g',
    'one pun',
    'att',
    'kimi',
    'shing',
    'mob ps',
    'vinl',
    'samurai ch',
    'ghost in',
  ],
  ...[
    'nartuo',
    'bleech',
    'evangelon',
    'deth note',
    'cowboy bepop',
    'shingeki no kyogin',
    'hunter hunter',
    'steinsgate',
  ],
  ...[
    'totoro neighbour',
    'sword art onlin',
    'fulmetal alchemist',
    'jojo bizzare',
    'gintma',
    'code gaes',
    'one peice',
  ],
  ...[
    'атака титанов',
    'стальной алхимик',
    'тетрадь смерти',
    'унесённые призраками',
    'ковбой бибоп',
    'евангелион',
  ],
  ...['тетрадь смерт', 'волчьи дети', 'стальной алхемик', 'наруто', 'твоё имя'],
  ...[
    '進撃の巨人',
    '新世紀エヴァンゲリオン',
    'カウボーイビバップ',
    'ナルト',
    '君の名は',
    'もののけ姫',
    '銀魂',
    'ドラゴンボール',
  ],
  ...['gundam', 'love', 'princess', 'the', '86', 'k', 'qwertyzxcv'],
];

/** About sixty queries; for generated titles they are made from their names in the same proportions. */
export function searchQueries(data: 'real' | 'generated'): readonly string[] {
  if (data === 'real') return WRITTEN;
  return generatedRows(600)
    .filter((_, index) => index % 10 === 0)
    .map(({ title, synonyms }, index) => {
      const name = [title, synonyms[0] ?? title, synonyms.at(-1) ?? title][index % 3] ?? title;
      if (index % 4 === 1) return name.slice(0, Math.ceil(name.length / 2)).trim();
      return index % 4 === 2 ? withSlip(name) : name;
    });
}

/** The name with two neighbouring letters in its middle swapped. */
function withSlip(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.slice(0, middle - 1) + name.charAt(middle) + name.charAt(middle - 1) + name.slice(middle + 1);
}
