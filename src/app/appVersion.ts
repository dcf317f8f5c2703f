declare const __HIPLINE_VERSION__: string;

/** Version of the app, as `package.json` has it. */
export const appVersion: string = __HIPLINE_VERSION__;
