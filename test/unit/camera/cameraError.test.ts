import { describe, expect, it } from 'vitest';
import { describeCameraError } from '../../../src/camera/cameraError';

const thrown = (name: string): Error => Object.assign(new Error('words of the browser'), { name });

describe('describeCameraError', () => {
  it.each([
    ['NotAllowedError', 'notAllowed'],
    ['NotFoundError', 'notFound'],
    ['NotReadableError', 'inUse'],
    ['AbortError', 'inUse'],
    ['OverconstrainedError', 'overconstrained'],
    ['SecurityError', 'insecure'],
    ['TypeError', 'cameraFailed'],
  ])('knows %s as %s', (name, code) => {
    expect(describeCameraError(thrown(name)).code).toBe(code);
  });

  it('decides by the name, not by the words', () => {
    const error = Object.assign(new Error('Permission denied: NotFoundError'), {
      name: 'NotAllowedError',
    });
    expect(describeCameraError(error).code).toBe('notAllowed');
  });

  it('keeps the words for diagnostics, whatever was thrown', () => {
    expect(describeCameraError(thrown('NotFoundError')).detail).toContain('words of the browser');
    expect(describeCameraError('a string').detail).toBe('a string');
  });
});
