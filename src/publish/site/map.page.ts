/** The second view of the map: the real boundaries, in the same classes as the squares, with all of it as a list. */
import { mapShapes } from '#tables/map-shapes.ts';
import { forceMap } from '../chart/force-map.ts';
import { classesOf } from './classes.view.ts';
import { figureView } from './figure.view.ts';
import { legendOf } from './force-tiles.view.ts';
import type { Page } from './page.ts';
import { areaPath } from './paths.ts';
import { STANDING_WORDS, standingOf } from './standing.view.ts';
import type { TableView } from './table.view.ts';

export const mapPage: Page = {
  template: 'map.njk',
  section: 'areas',
  pages: ({ index, subject }) => {
    const classes = classesOf(index);
    const table: TableView = {
      caption: `${subject.heading}: what the map shows of each force`,
      columns: [{ text: 'Force' }, { text: 'Offences', numeric: true }, { text: classes.unit }],
      rows: [...index.forces]
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .map((force) => {
          const figure = index.headline(force.code);
          return {
            head: { text: force.name, path: areaPath(force) },
            cells: [
              figure === null ? { text: '[x]' } : { figure: figureView(figure, index) },
              { text: classes.textOf(force.code) ?? STANDING_WORDS[standingOf(force, index)] },
            ],
          };
        }),
      stack: true,
      quiet: true,
    };
    return [
      {
        path: 'areas/map/index.html',
        title: 'Map with boundaries',
        trail: [{ text: 'Areas', path: 'areas/index.html' }],
        area: index.country,
        view: {
          svg: forceMap(
            mapShapes(),
            (code) => {
              const force = index.forces.find((one) => one.code === code);
              const at = classes.classOf(code);
              if (at !== null) return `class-${at}`;
              return force === undefined ? 'none' : standingOf(force, index);
            },
            `${subject.heading} by police force, on the map`,
            `Police force areas of England and Wales in ${classes.steps.length} classes, lighter for fewer and darker for more; forces that gave no data are hatched. The table beside it holds every value.`,
          ),
          classes,
          others: legendOf(index.forces, index).filter(({ standing }) => standing !== 'own'),
          table,
        },
      },
    ];
  },
};
