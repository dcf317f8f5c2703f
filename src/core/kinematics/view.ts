/** Which side of the athlete the camera sees. */
export type View = 'side' | 'front' | 'back' | 'headEnd' | 'footEnd' | 'oblique' | 'unknown';
