import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readServices } from './support-services.ts';

const { services, servicesFor } = readServices();

test('an area is shown the national services and its own, and no other area’s', () => {
  const leicestershire = servicesFor(['E23000021', 'E12000004']).map((one) => one.id);
  const gwent = servicesFor(['W15000002', 'W92000004']).map((one) => one.id);
  assert.equal(leicestershire[0], 'police-emergency');
  assert.ok(leicestershire.includes('first-step') && !leicestershire.includes('meic'));
  assert.ok(gwent.includes('meic') && !gwent.includes('first-step'));
});

test('a telephone number that only secondary sources show is not given out', () => {
  assert.equal(services.find((one) => one.id === 'napac')?.phone, '');
  assert.equal(services.find((one) => one.id === 'childline')?.phone, '0800 1111');
});
