import { seededRandom } from './random.ts';
import { arches, construct, eclipse, tiles } from './scenes/abstract.ts';
import { constellation, sigil, thread } from './scenes/arcane.ts';
import { brushCircle, cutDisc, plantedSword } from './scenes/blade.ts';
import { bamboo, cranes, sakura } from './scenes/blossom.ts';
import { alley, skyline } from './scenes/city.ts';
import { jellyfish, pool } from './scenes/deep.ts';
import { papercut, stairs } from './scenes/depth.ts';
import { deadTree, eye, keyhole, manyEyes } from './scenes/dread.ts';
import { castle, skyIsland, skyWhale } from './scenes/fantasy.ts';
import { fireworks, lanterns, skyLanterns } from './scenes/festival.ts';
import { balloon, paperPlane, squadron } from './scenes/flight.ts';
import { firs, trunks } from './scenes/forest.ts';
import { bowl, cat, corridor, trainWindow } from './scenes/interior.ts';
import { circuit, gears } from './scenes/machine.ts';
import { foxMask } from './scenes/mask.ts';
import { colossus, mechaHead } from './scenes/mecha.ts';
import { focus, road } from './scenes/motion.ts';
import { peaks, volcano } from './scenes/mountains.ts';
import { piano, soundBars, vinyl } from './scenes/music.ts';
import { rainStreet, umbrellasAbove } from './scenes/rain.ts';
import { gatePath, pagoda, waterGate } from './scenes/shrine.ts';
import { launch, orbits, planet } from './scenes/space.ts';
import { arc, court, lanes, ringside } from './scenes/sport.ts';
import { birdcage, chess, library } from './scenes/still.ts';
import { facade, vending } from './scenes/street.ts';
import { crossing, rooftop, wires } from './scenes/town.ts';
import { dunes, koi, scaleWaves, sea } from './scenes/water.ts';
import type { Stage } from './stage.ts';
import type { Subject } from './subject.ts';

/** One kind of picture: what draws it, and which genres ask for it how strongly. */
export interface Family {
  readonly name: string;
  readonly draw: (stage: Stage) => string;
  /** Weight for any title, whatever its genres; also what a title without genres is drawn from. */
  readonly anywhere: number;
  readonly genres: Readonly<Record<string, number>>;
  /** True when the picture needs the dark: its inks are those of the night. */
  readonly night: boolean;
}

const family = (
  draw: (stage: Stage) => string,
  anywhere: number,
  genres: Readonly<Record<string, number>>,
  night = false,
): Family => ({ name: draw.name, draw, anywhere, genres, night });

/** Every kind of picture there is. */
export const FAMILIES: readonly Family[] = [
  family(peaks, 0.25, { adventure: 3, fantasy: 1, nature: 3, 'slice-of-life': 1, sports: 0.5 }),
  family(volcano, 0.25, { historical: 3, 'slice-of-life': 1, nature: 2, martial: 2, drama: 1 }),
  family(sea, 0.3, { adventure: 2, drama: 2, romance: 2, 'slice-of-life': 1, mystery: 1 }),
  family(scaleWaves, 0.25, { historical: 3, adventure: 1, martial: 2, ghosts: 1, drama: 1 }),
  family(koi, 0.15, { historical: 2, drama: 1.5, 'slice-of-life': 1.5, supernatural: 1, kids: 1 }),
  family(dunes, 0.15, { adventure: 2.5, military: 2, 'sci-fi': 1.5, fantasy: 1 }),
  family(skyline, 0.25, { 'sci-fi': 2, action: 1.5, thriller: 2, drama: 1, mystery: 2, romance: 0.7 }),
  family(alley, 0.1, { 'sci-fi': 2.5, thriller: 2.5, mystery: 2, action: 1.5, psychological: 1 }),
  family(waterGate, 0.2, { supernatural: 2, ghosts: 3, historical: 2, fantasy: 1, drama: 0.7 }),
  family(gatePath, 0.12, { supernatural: 2, ghosts: 3, horror: 1, mystery: 1, historical: 1 }, true),
  family(pagoda, 0.15, { historical: 3, martial: 3, ghosts: 1 }),
  family(sakura, 0.2, {
    romance: 3.5,
    school: 1.5,
    drama: 1.5,
    'slice-of-life': 1.5,
    historical: 1,
    ecchi: 2,
  }),
  family(bamboo, 0.15, { historical: 2, martial: 2.5, nature: 2, ghosts: 1 }),
  family(cranes, 0.15, { drama: 2.5, romance: 1, kids: 1.5, 'slice-of-life': 0.8, military: 1 }),
  family(planet, 0.12, { space: 4, 'sci-fi': 2.5, adventure: 0.6, mecha: 1 }, true),
  family(orbits, 0.2, { space: 4, 'sci-fi': 2.5, psychological: 1.2, mecha: 0.7 }, true),
  family(launch, 0.06, { space: 3.5, 'sci-fi': 1.5, military: 1, adventure: 0.7, kids: 1 }, true),
  family(mechaHead, 0, { mecha: 7, 'sci-fi': 0.6 }),
  family(colossus, 0, { mecha: 5, 'sci-fi': 1, military: 1 }),
  family(plantedSword, 0.03, { fantasy: 2.2, martial: 3, action: 1.4, adventure: 1, military: 0.7 }),
  family(cutDisc, 0.05, { martial: 5, action: 2.4, historical: 1, thriller: 0.6 }),
  family(brushCircle, 0.12, { martial: 2, historical: 1.5, psychological: 1, drama: 0.8 }),
  family(wires, 0.25, { 'slice-of-life': 2.5, school: 2.5, drama: 1.2, psychological: 0.8 }),
  family(crossing, 0.12, { 'slice-of-life': 1.8, romance: 1.5, school: 1.8, drama: 1.2 }),
  family(rooftop, 0.06, { school: 4, romance: 1.2, comedy: 0.8, 'slice-of-life': 1 }),
  family(court, 0, { sports: 5 }),
  family(arc, 0, { sports: 4 }),
  family(lanes, 0, { sports: 2.5, racing: 1 }),
  family(ringside, 0, { sports: 2, martial: 0.8 }, true),
  family(vinyl, 0, { music: 5 }),
  family(soundBars, 0.05, { music: 5 }),
  family(piano, 0, { music: 4, romance: 0.2 }),
  family(castle, 0.08, { fantasy: 4, magic: 2, adventure: 1.2, historical: 0.3 }),
  family(skyIsland, 0.08, { fantasy: 3.2, adventure: 1.6, magic: 1.2, kids: 1 }),
  family(skyWhale, 0.08, { fantasy: 1.8, magic: 1.5, kids: 1.8, adventure: 0.7, supernatural: 0.7 }),
  family(trunks, 0.15, { fantasy: 1.5, mystery: 1.5, nature: 3, supernatural: 1.5, horror: 1 }),
  family(firs, 0.2, { nature: 3, adventure: 1.2, 'slice-of-life': 0.8, kids: 0.8, mystery: 0.6 }),
  family(rainStreet, 0.1, { drama: 2, romance: 2, thriller: 1, mystery: 1, 'slice-of-life': 0.6 }),
  family(umbrellasAbove, 0.12, { drama: 1.6, mystery: 1.4, psychological: 1.5, romance: 1, comedy: 0.8 }),
  family(sigil, 0, { magic: 5, fantasy: 2, supernatural: 1.6, ghosts: 1 }, true),
  family(constellation, 0.1, { romance: 1.8, magic: 1.8, space: 1.8, fantasy: 0.8, school: 0.7 }, true),
  family(thread, 0.05, { romance: 3.2, drama: 1.4, supernatural: 0.5 }),
  family(trainWindow, 0.1, {
    'slice-of-life': 1.6,
    school: 1.4,
    drama: 1.4,
    romance: 1.2,
    psychological: 0.7,
  }),
  family(corridor, 0, { horror: 3.5, psychological: 2, thriller: 2, mystery: 1.4 }, true),
  family(bowl, 0.03, { food: 8, comedy: 1.2, 'slice-of-life': 1.2 }),
  family(cat, 0.08, { 'slice-of-life': 1.8, comedy: 2.4, kids: 2, school: 0.4 }),
  family(eye, 0, { horror: 4, psychological: 2.5, thriller: 1.6, supernatural: 0.8 }),
  family(manyEyes, 0, { horror: 3, ghosts: 1.4, psychological: 1.2, comedy: 0.4 }, true),
  family(deadTree, 0, { horror: 4, ghosts: 1.6, supernatural: 1.4, mystery: 0.8 }),
  family(keyhole, 0.05, { mystery: 4, psychological: 1.6, thriller: 1.4, fantasy: 0.6 }),
  family(focus, 0.04, { action: 2.6, comedy: 1.8, sports: 1, kids: 0.8 }),
  family(road, 0.06, { racing: 8, adventure: 0.9, action: 0.7, comedy: 0.5, thriller: 0.5 }),
  family(fireworks, 0.08, { romance: 1.4, school: 1, comedy: 1, 'slice-of-life': 0.8, ecchi: 1 }, true),
  family(
    lanterns,
    0.08,
    {
      ghosts: 1.8,
      comedy: 1,
      'slice-of-life': 0.8,
      historical: 1.2,
      supernatural: 0.7,
    },
    true,
  ),
  family(foxMask, 0.04, { ghosts: 4, supernatural: 2.2, horror: 0.6, historical: 0.7 }),
  family(gears, 0.04, { 'sci-fi': 1.2, mecha: 1.4, military: 1.2, psychological: 0.8 }),
  family(balloon, 0.12, { adventure: 1.8, kids: 3, comedy: 1.2, fantasy: 0.7 }),
  family(circuit, 0.05, { 'sci-fi': 2.4, thriller: 0.8, mecha: 1.2, psychological: 0.7 }, true),
  family(paperPlane, 0.18, { school: 1.6, comedy: 1.6, kids: 2, 'slice-of-life': 1.2, drama: 0.7 }),
  family(squadron, 0.04, { military: 4.5, action: 0.9, 'sci-fi': 0.5, adventure: 0.6 }),
  family(
    jellyfish,
    0.12,
    { supernatural: 1, fantasy: 1, adventure: 1, 'sci-fi': 0.8, romance: 0.6, drama: 0.7 },
    true,
  ),
  family(pool, 0, { sports: 3.5, school: 0.4 }),
  family(
    vending,
    0.08,
    { 'slice-of-life': 1.4, comedy: 1, drama: 1, romance: 0.7, psychological: 0.7 },
    true,
  ),
  family(
    facade,
    0.12,
    { drama: 1.3, mystery: 1.8, thriller: 1.2, comedy: 0.8, psychological: 1, romance: 0.6 },
    true,
  ),
  family(library, 0.12, {
    mystery: 1.2,
    school: 1,
    fantasy: 0.7,
    magic: 1,
    'slice-of-life': 0.8,
    drama: 0.6,
  }),
  family(chess, 0.05, { psychological: 2, thriller: 2.2, military: 1, mystery: 1 }),
  family(birdcage, 0.12, { drama: 1.8, psychological: 1.2, romance: 0.8, historical: 0.5, mystery: 0.7 }),
  family(papercut, 0.25, { fantasy: 1.3, adventure: 1.3, kids: 1.2, nature: 1.4, drama: 0.6 }),
  family(stairs, 0.15, { psychological: 1.8, fantasy: 0.8, mystery: 1.3, supernatural: 0.8, adventure: 0.6 }),
  family(tiles, 0.22, { comedy: 1.4, kids: 1.2, psychological: 1.2, music: 0.8, ecchi: 1 }),
  family(construct, 0.18, { action: 0.9, comedy: 0.9, psychological: 1, military: 1.4 }),
  family(eclipse, 0.22, { drama: 0.8, psychological: 1.4, romance: 0.6, 'sci-fi': 0.6, thriller: 0.8 }),
  family(skyLanterns, 0.08, { romance: 1.6, fantasy: 1.4, drama: 1, magic: 1, kids: 0.8 }, true),
  family(arches, 0.18, { comedy: 0.9, 'slice-of-life': 0.5, kids: 0.8 }),
];

/** How strongly a list of genres asks for a family; never negative. */
export function suitability(candidate: Family, genres: readonly string[]): number {
  return genres.reduce(
    (sum, genre) => sum + (candidate.genres[genre] ?? 0),
    candidate.anywhere * (genres.length ? 0.3 : 1),
  );
}

/** The kind of picture that a subject gets: chance, weighted by its genres. */
export function familyOf(subject: Subject): Family {
  return seededRandom(`${subject.key}/family`).weighted(
    FAMILIES,
    (candidate) => suitability(candidate, subject.genres) ** 1.15,
  );
}
