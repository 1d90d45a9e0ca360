/**
 * The forces inside their boundaries. Each area carries the class that its colour and pattern come from; patterns are part
 * of the picture, so that it reads in grey and in print.
 */
import type { MapShapes } from '#tables/map-shapes.ts';
import { escaped } from './share-bar.ts';

const PATTERNS = [
  '<pattern id="map-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="map__ground" width="8" height="8"/><line class="map__stroke" x1="0" x2="0" y1="0" y2="8"/></pattern>',
  '<pattern id="map-dots" width="9" height="9" patternUnits="userSpaceOnUse"><rect class="map__class-2" width="9" height="9"/><circle class="map__dot" cx="4.5" cy="4.5" r="1.4"/></pattern>',
  '<pattern id="map-lines" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="map__class-3" width="7" height="7"/><line class="map__line" x1="0" x2="7" y1="3.5" y2="3.5"/></pattern>',
  '<pattern id="map-range" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="map__ground" width="8" height="8"/><line class="map__thin" x1="4" x2="4" y1="0" y2="8"/></pattern>',
].join('');

const FILLS: Readonly<Record<string, string>> = {
  'gave-none': 'map-hatch',
  range: 'map-range',
  'class-2': 'map-dots',
  'class-3': 'map-lines',
};

export function forceMap(
  shapes: MapShapes,
  kindOf: (code: string) => string,
  title: string,
  description: string,
): string {
  const { width, height, paths } = shapes;
  const areas = [...paths].map(([code, d]) => {
    const kind = kindOf(code);
    const fill = FILLS[kind];
    return `<path class="map__area map__${kind}"${fill === undefined ? '' : ` fill="url(#${fill})"`} d="${d}"/>`;
  });
  return [
    `<svg class="map" viewBox="-2 -2 ${width + 4} ${height + 4}" role="img" aria-labelledby="map-title map-desc">`,
    `<title id="map-title">${escaped(title)}</title><desc id="map-desc">${escaped(description)}</desc>`,
    `<defs>${PATTERNS}</defs>`,
    ...areas,
    '</svg>',
  ].join('');
}
