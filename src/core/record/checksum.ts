/**
 * CRC-32 (ISO-HDLC, as in PNG and zip) of the UTF-8 bytes of `text`, as 8 hex digits. It finds
 * damage, not tampering. Source of the polynomial: ISO/IEC 13239.
 */
export function crc32(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let crc = 0xffffffff;
  // A whole record is checked each time that it is copied: an index and a table, for speed.
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** What eight bits do to the checksum, for each of the 256 bytes. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});
