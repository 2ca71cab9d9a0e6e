import { type CellValue, cellText } from '../sheet.ts';
import { halfWidth } from './plainText.ts';

const yesWords = /^(是|有|对|可以?|能|已|开通|启用|正常|在用|运营|营业|yes|y|true|t|1|√|✓|✔|☑|●)$/i;
const noWords = /^(否|无|不|没有|没|未|停用|停业|撤销|关闭|no|n|false|f|0|×|✗|✘|x|☐|○|-)$/i;

/** null where the cell is neither. */
export function readYesNo(cell: CellValue | undefined): boolean | null {
  const text = halfWidth(cellText(cell));
  if (yesWords.test(text)) return true;
  return noWords.test(text) ? false : null;
}
