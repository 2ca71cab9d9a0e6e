/** Version of the app that writes a file; readers of newer files than theirs refuse them. */
export const appVersion = '0.2.0';
