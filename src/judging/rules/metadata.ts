// Rules of every object: its name and its labels, as the API server takes them.
import { hasForm } from '../forms.ts';
import { isGiven } from '../json-schema.ts';
import { fieldsAt, textAt } from '../resource.ts';
import type { Rule } from './rule.ts';

/** Read by istioctl and never applied, it needs no name. */
const nameless: ReadonlySet<string> = new Set(['install.istio.io/IstioOperator']);

export const metadataRules = (groupKind: string): readonly Rule[] => [
  {
    kinds: [groupKind],
    at: [''],
    check: ({ value, report }) => {
      const metadata = fieldsAt(value, 'metadata');
      const isNamed = isGiven(metadata, 'name') || isGiven(metadata, 'generateName') || nameless.has(groupKind);
      if (!isNamed) report('missing', { field: 'name', because: null }, ['metadata']);
      for (const key of ['name', 'namespace']) {
        const text = textAt(metadata, key);
        if (isGiven(metadata, key) && !hasForm('object-name', text))
          report('bad-form', { value: text, form: 'object-name' }, ['metadata', key], 'value');
      }
    },
  },
  {
    kinds: [groupKind],
    at: ['metadata.labels', 'spec.template.metadata.labels'],
    check: ({ value, report }) => {
      for (const key of Object.keys(value)) {
        const text = textAt(value, key);
        if (!hasForm('label-key', key)) report('bad-form', { value: key, form: 'label-key' }, [key]);
        if (!hasForm('label-value', text)) report('bad-form', { value: text, form: 'label-value' }, [key], 'value');
      }
    },
  },
];
