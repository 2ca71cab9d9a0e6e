/** Handing files to the person at the screen, and taking them. */
export interface FileDoor {
  save(name: string, content: string | Uint8Array, type: string): void;
}

export const createFileDoor = (): FileDoor => ({
  save(name, content, type) {
    const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser may still be reading it.
    setTimeout(() => URL.revokeObjectURL(address), 30_000);
  },
});
