// Plain YAML: twenty thousand texts, whole, changed and made to mislead, are read as the libraries read them or left to these.
import { expect, it } from 'vitest';
import { compareFrontMatter, compareTrees } from '../support/plain-yaml.ts';
import { newRandom } from '../support/seed.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

// Other texts than those of tests/formats/yaml-plain.test.ts.
const { seed } = newRandom();
const texts = yamlTexts(seed + 1);

it('roadmaps and front matter as people write them are plain', () => {
  const { wrong, plain } = compareTrees(6000, texts.realistic);
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(plain).toBe(6000);
}, 120_000);

it('texts with something changed in them', () => {
  const { wrong, plain, fine } = compareTrees(9000, texts.mutated);
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(plain).toBeGreaterThan(fine * 0.8);
}, 120_000);

it('lines of signs', () => {
  const { wrong, plain, fine } = compareTrees(4000, texts.adversarial);
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(plain).toBeGreaterThan(fine * 0.2);
}, 120_000);

it('texts between fences', () => {
  const kinds = [texts.properties, texts.mutated, texts.adversarial];
  for (const next of kinds) expect(compareFrontMatter(400, next).wrong, `seed ${seed}`).toEqual([]);
}, 120_000);
