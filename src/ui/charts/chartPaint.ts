import type uPlot from 'uplot';
import type { Bands } from '../../core/coach/display';
import type { Span } from '../../core/report/chartData';

/** The colours of the theme that is shown, for the canvas. */
export interface ChartColours {
  readonly type: string;
  readonly quiet: string;
  readonly rule: string;
  readonly good: string;
  readonly warn: string;
  readonly fault: string;
}

/** Reads the theme's colours off an element. */
export function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    type: of('--type'),
    quiet: of('--quiet'),
    rule: of('--rule'),
    good: of('--good'),
    warn: of('--warn'),
    fault: of('--fault'),
  };
}

/** What lies behind the line of a chart. */
export interface Backdrop {
  readonly bands: Bands;
  readonly holds: readonly Span[];
  readonly unseen: readonly Span[];
  readonly colours: ChartColours;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Paints holds, bands and what nobody saw behind the line. */
export function paintBackdrop(plot: uPlot, { bands, holds, unseen, colours }: Backdrop): void {
  const { ctx: context, bbox } = plot;
  context.save();
  context.beginPath();
  context.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  context.clip();
  for (const hold of holds) fillSpan(plot, hold, colours.type, 0.07);
  paintBands(plot, bands, colours);
  for (const span of unseen) hatchSpan(plot, span, colours.quiet);
  context.restore();
}

function boxOf(plot: uPlot, { startSec, endSec }: Span): Box {
  const { bbox } = plot;
  const left = plot.valToPos(startSec, 'x', true);
  const right = plot.valToPos(endSec, 'x', true);
  return { left, top: bbox.top, width: Math.max(1, right - left), height: bbox.height };
}

function fillSpan(plot: uPlot, span: Span, colour: string, alpha: number): void {
  const { ctx: context } = plot;
  const { left, top, width, height } = boxOf(plot, span);
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
}

/** Slanted lines: nobody saw what was there. */
function hatchSpan(plot: uPlot, span: Span, colour: string): void {
  const { ctx: context } = plot;
  const { left, top, width, height } = boxOf(plot, span);
  const gapPx = 7 * devicePixelRatio;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.globalAlpha = 0.5;
  context.strokeStyle = colour;
  context.lineWidth = devicePixelRatio;
  context.beginPath();
  for (let x = left - height; x < left + width; x += gapPx) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

/** Beyond warn lightly, beyond fail more; the limits themselves dashed and double. */
function paintBands(plot: uPlot, bands: Bands, { warn, fault }: ChartColours): void {
  const { warnAbove, failAbove, warnBelow, failBelow } = bands;
  const { min = 0, max = 0 } = plot.scales.y ?? {};
  const area = (from: number | undefined, to: number | undefined, colour: string): void => {
    if (from === undefined || to === undefined) return;
    const { ctx: context, bbox } = plot;
    const y0 = plot.valToPos(from, 'y', true);
    const y1 = plot.valToPos(to, 'y', true);
    context.globalAlpha = 0.16;
    context.fillStyle = colour;
    context.fillRect(bbox.left, Math.min(y0, y1), bbox.width, Math.abs(y1 - y0));
    context.globalAlpha = 1;
  };
  area(warnAbove, failAbove ?? max, warn);
  area(failAbove, max, fault);
  area(warnBelow, failBelow ?? min, warn);
  area(failBelow, min, fault);
  for (const limit of [warnAbove, warnBelow]) strokeLimit(plot, limit, warn, 'warn');
  for (const limit of [failAbove, failBelow]) strokeLimit(plot, limit, fault, 'fail');
}

function strokeLimit(
  plot: uPlot,
  limit: number | undefined,
  colour: string,
  level: 'warn' | 'fail',
): void {
  if (limit === undefined) return;
  const { ctx: context, bbox } = plot;
  const y = plot.valToPos(limit, 'y', true);
  const px = devicePixelRatio;
  context.strokeStyle = colour;
  context.lineWidth = px;
  context.setLineDash(level === 'warn' ? [6 * px, 5 * px] : []);
  for (const shift of level === 'warn' ? [0] : [-1.5 * px, 1.5 * px]) {
    context.beginPath();
    context.moveTo(bbox.left, y + shift);
    context.lineTo(bbox.left + bbox.width, y + shift);
    context.stroke();
  }
  context.setLineDash([]);
}
