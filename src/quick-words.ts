// QuickWords: the few command lines that are run again and again, understood without the grammar.

/** Options of `status` that need no checking beyond what is here; the names are commander's. */
export interface StatusOptions {
  roadmap?: string;
  lang?: 'en' | 'ru';
  color?: 'auto' | 'always' | 'never';
  ascii?: boolean;
  json?: boolean;
  plain?: boolean;
  allSections?: boolean;
}

/** `istio-roadmap`, `istio-roadmap status` and the same with the options above, each exactly as written here; null for every other
 * command line, right or wrong: the grammar takes that. A test holds both against each other. */
export function quickStatus(argv: readonly string[]): StatusOptions | null {
  const options: StatusOptions = {};
  let named = false;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    const next = argv[i + 1];
    switch (word) {
      case 'status':
        if (named) return null;
        named = true;
        break;
      case '-r':
      case '--roadmap':
        if (next === undefined || next.startsWith('-')) return null;
        options.roadmap = next;
        i++;
        break;
      case '--lang':
        if (next !== 'en' && next !== 'ru') return null;
        options.lang = next;
        i++;
        break;
      case '--color':
        if (next !== 'auto' && next !== 'always' && next !== 'never') return null;
        options.color = next;
        i++;
        break;
      case '--ascii':
        options.ascii = true;
        break;
      case '--json':
        options.json = true;
        break;
      case '--all-sections':
        if (!named) return null;
        options.allSections = true;
        break;
      case '--plain':
        options.plain = true;
        break;
      default:
        return null;
    }
  }
  return options.json && options.plain ? null : options;
}
