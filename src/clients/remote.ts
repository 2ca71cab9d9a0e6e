/** The main thread's only door to comlink. */
export { proxy, type Remote, releaseProxy, wrap } from 'comlink';
