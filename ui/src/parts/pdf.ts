// pdf.js, loaded when the first document is shown. Everything that it reads is
// part of the program: nothing comes from a network.
import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

export type { PDFDocumentProxy } from "pdfjs-dist";

/** A page's size in points, as it is turned for reading. */
export interface PageSize {
  width: number;
  height: number;
}

/** Opens a PDF; the bytes stay with the caller. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await import("pdfjs-dist");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const folder = (name: string) => new URL(`pdfjs/${name}/`, document.baseURI.split("#")[0]).href;
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    iccUrl: folder("iccs"),
    useWorkerFetch: false,
    enableXfa: false,
  });
  try {
    return await task.promise;
  } catch (thrown) {
    // A worker and a copy of the file would stay.
    await task.destroy();
    throw thrown;
  }
}

/** The sizes of all pages. */
export async function pageSizes(pdf: PDFDocumentProxy): Promise<PageSize[]> {
  const sizes: PageSize[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
}

// A canvas larger than this is refused by some systems.
const MOST_PIXELS = 12_000_000;

/** Draws a page at a width in CSS pixels; answers how to stop. */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): { done: Promise<void>; stop: () => void } {
  let stopped = false;
  let task: { cancel(): void } | undefined;
  async function draw(): Promise<void> {
    const page = await pdf.getPage(number);
    if (stopped) return;
    const plain = page.getViewport({ scale: 1 });
    const fine = (width / plain.width) * (window.devicePixelRatio || 1);
    const scale = Math.min(fine, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)));
    const viewport = page.getViewport({ scale });
    // Drawn aside first, so that the page before stays until the new one is whole.
    const fresh = document.createElement("canvas");
    fresh.width = Math.max(1, Math.floor(viewport.width));
    fresh.height = Math.max(1, Math.floor(viewport.height));
    const rendering = page.render({ canvas: fresh, viewport });
    task = rendering;
    await rendering.promise;
    if (stopped) return;
    canvas.width = fresh.width;
    canvas.height = fresh.height;
    canvas.getContext("2d")?.drawImage(fresh, 0, 0);
  }
  return {
    done: draw(),
    stop() {
      stopped = true;
      task?.cancel();
    },
  };
}
