// StateMark: the state of a topic as a sign, and as a word for those who hear it.
import type { Status } from '../../model/roadmap.ts';
import { type Html, html } from './html.ts';
import type { PageView } from './page-view.ts';

const signs: { readonly [status in Status]: string } = { todo: '○', doing: '◐', done: '✓', skipped: '–' };

export const stateMark = (status: Status, { messages }: PageView): Html =>
  html`<span class="mark ${status}"><span aria-hidden="true">${signs[status]}</span><span class="heard">${messages.state[status]}</span></span>`;
