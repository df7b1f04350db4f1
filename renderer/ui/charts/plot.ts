/** The drawing area of a category chart inside its picture, in pixels, and how many categories share its width. */
export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
  count: number;
}
