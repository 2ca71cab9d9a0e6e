let isByProcessor: boolean | null = null;

/** Whether this browser draws WebGL without a graphics card, which costs the processor a tenth of a second a picture. */
export function drawsByProcessor(): boolean {
  if (isByProcessor === null) {
    const context = document
      .createElement('canvas')
      .getContext('webgl2', { failIfMajorPerformanceCaveat: true });
    isByProcessor = context === null;
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }
  return isByProcessor;
}
