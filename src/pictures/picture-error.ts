/** Why a picture was refused: the name of a text in src/pages/locales (`pictures.<fault>`). */
export type PictureFault = 'unknown_format' | 'unreadable' | 'too_many_pixels';

/** A picture that cannot be taken; the person can choose another one. */
export class PictureError extends Error {
  /** Key of the sentence to show beside the field. */
  readonly textKey: `pictures.${PictureFault}`;

  constructor(fault: PictureFault, options?: ErrorOptions) {
    super(`picture refused: ${fault}`, options);
    this.textKey = `pictures.${fault}`;
  }
}
