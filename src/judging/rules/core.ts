// Rules of the kinds of Kubernetes itself that labs are about, as the API server refuses them.
import { hasForm } from '../forms.ts';
import { fieldsAt, mapsAt, textAt } from '../resource.ts';
import { selects } from '../selectors.ts';
import { has, isFilled, type Rule, reportDuplicates } from './rule.ts';

export const coreRules: readonly Rule[] = [
  {
    kinds: ['/Service'],
    at: ['spec'],
    check: (place) => {
      const ports = mapsAt(place.value, 'ports');
      for (const [i, port] of ports.entries()) {
        if (!has(port, 'port')) place.report('missing', { field: 'port', because: null }, ['ports', i]);
        const name = textAt(port, 'name');
        if (ports.length > 1 && name === '')
          place.report('missing', { field: 'name', because: 'several-ports' }, ['ports', i]);
        // Kubernetes, DNS-1123 label: an underscore or a capital letter is refused.
        if (name !== '' && (name !== name.toLowerCase() || !hasForm('port-name', name)))
          place.report('bad-form', { value: name, form: 'port-name' }, ['ports', i, 'name'], 'value');
      }
      reportDuplicates(
        place,
        ports.map((port, i) => ({ text: textAt(port, 'name'), below: ['ports', i, 'name'] })),
      );
    },
  },
  {
    kinds: ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'].map((kind) => `apps/${kind}`),
    at: ['spec'],
    check: ({ value, report }) => {
      const labels = fieldsAt(value, 'template', 'metadata', 'labels');
      if (!isFilled(value, 'selector') || !has(value, 'template')) return;
      if (!selects(fieldsAt(value, 'selector'), labels)) report('selector-misses-template', {}, ['selector']);
    },
  },
];
