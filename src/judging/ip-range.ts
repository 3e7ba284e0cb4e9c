// Ranges of addresses, `10.0.0.0/8` or `2001:db8::/32`.

interface Address {
  readonly bits: bigint;
  readonly width: 32 | 128;
}

function ofVersion4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let bits = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

/** The groups of one side of `::`, the last perhaps an address of version 4. */
function groupsOf(text: string): bigint[] | null {
  if (text === '') return [];
  const groups: bigint[] = [];
  for (const part of text.split(':')) {
    const embedded = part.includes('.') ? ofVersion4(part) : null;
    if (embedded !== null) groups.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return null;
  }
  return groups;
}

function ofVersion6(text: string): bigint | null {
  const [before = '', after, ...more] = text.split('::');
  const [head, tail] = [groupsOf(before), groupsOf(after ?? '')];
  if (head === null || tail === null || more.length > 0) return null;
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...Array<bigint>(missing).fill(0n), ...tail];
  return all.reduce((bits, group) => (bits << 16n) | group, 0n);
}

function addressOf(text: string): Address | null {
  const version4 = ofVersion4(text);
  if (version4 !== null) return { bits: version4, width: 32 };
  const version6 = ofVersion6(text);
  if (version6 === null) return null;
  // Addresses of version 4 in the form of version 6, `::ffff:10.0.0.1`.
  if (version6 >> 32n === 0xffffn) return { bits: version6 & 0xffff_ffffn, width: 32 };
  return { bits: version6, width: 128 };
}

/** Whether the address is that of `range`, or in it; false for what is no address or no range. */
export function isInRange(address: string, range: string): boolean {
  const [base = '', length] = range.split('/');
  const [found, start] = [addressOf(address), addressOf(base)];
  if (found === null || start === null || found.width !== start.width) return false;
  const kept = length === undefined ? start.width : Number(length);
  if (!Number.isInteger(kept) || kept < 0 || kept > start.width) return false;
  const shift = BigInt(start.width - kept);
  return found.bits >> shift === start.bits >> shift;
}
