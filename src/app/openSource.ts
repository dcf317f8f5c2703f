import type { OpenedSource, SourceKind } from '../camera/frameSource';
import type { VideoPart } from '../camera/videoFile';
import type { ExerciseId } from '../core/exercises/exercise';
import { fail } from '../core/result';
import { demos } from './demo';

/** Opens where frames come from. File readers are loaded only when a file is opened. */
export async function openSource(
  kind: SourceKind,
  exercise: ExerciseId,
  file: File | undefined,
  cameraId: string,
  part?: VideoPart,
): Promise<
  OpenedSource | ReturnType<typeof fail<{ code: 'fileNeeded' | 'demoMissing'; detail: string }>>
> {
  switch (kind) {
    case 'camera': {
      const { openLiveCamera } = await import('../camera/liveCamera');
      return openLiveCamera(cameraId);
    }
    case 'demo': {
      const demo = demos[exercise];
      if (demo === undefined) return fail({ code: 'demoMissing', detail: exercise });
      const { openDemoClip } = await import('../camera/demoClip');
      return openDemoClip(demo.url);
    }
    case 'video': {
      if (file === undefined) return fail({ code: 'fileNeeded', detail: '' });
      const { openVideoFile } = await import('../camera/videoFile');
      return openVideoFile(file, part);
    }
    case 'trace': {
      if (file === undefined) return fail({ code: 'fileNeeded', detail: '' });
      const { openTraceFile } = await import('../camera/traceFile');
      return openTraceFile(file);
    }
  }
}
