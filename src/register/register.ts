/**
 * The register: what people decided and programs obey, read from `register/*.csv` and checked as it is read. A register
 * that contradicts itself is a defect with file and line. What reading a return needs is read at once; populations and
 * boundaries have their own readers, for the few who need them.
 */
import { type Ages, readAges } from './ages.ts';
import { type Areas, readAreas } from './areas.ts';
import { type Forces, readForces } from './forces.ts';
import { type Offences, readOffences } from './offences.ts';
import { ownRegister } from './own-register.ts';
import { type Platforms, readPlatforms } from './platforms.ts';
import { readWords, type Words } from './words.ts';

export type Register = Areas & Forces & Platforms & Offences & Ages & Words;

export function readRegister(dir: string = ownRegister): Register {
  const areas = readAreas(dir);
  const forces = readForces(
    dir,
    areas.areas.map((area) => area.name),
  );
  for (const force of forces.forces) {
    if (force.region !== null && areas.area(force.region) === undefined) {
      throw new Error(
        `register/forces.csv: ${force.name} stands in "${force.region}", which areas.csv does not have`,
      );
    }
  }
  return {
    ...areas,
    ...forces,
    ...readPlatforms(dir),
    ...readOffences(dir),
    ...readAges(dir),
    ...readWords(dir),
  };
}
