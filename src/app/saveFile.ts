/** Lets the browser save a text or what is packed already as a file. */
export function saveFile(name: string, data: string | Blob, type = 'application/json'): void {
  const url = URL.createObjectURL(typeof data === 'string' ? new Blob([data], { type }) : data);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
