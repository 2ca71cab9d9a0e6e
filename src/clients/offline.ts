/**
 * Keeps the app on this computer. Resolves with whether it will open without a network: browsers allow it on https and
 * on this machine only, and a private window not at all.
 */
export async function keepForOffline(): Promise<boolean> {
  // Not in development, where files change under their names.
  if (import.meta.env.MODE !== 'production' || !('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('./offline.js', { scope: './' });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
