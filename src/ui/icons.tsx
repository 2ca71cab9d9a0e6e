import * as drawn from '@ant-design/icons';
import type { ComponentProps } from 'react';

type Drawing = typeof drawn.SaveOutlined;

/**
 * The library gives every picture its English file name as a label. Pictures stand beside words here, or in buttons
 * with names of their own: screen readers pass over them, unless one is given words where it is used.
 */
function quiet(Drawing: Drawing) {
  return (props: ComponentProps<Drawing>) => <Drawing aria-hidden={!props['aria-label']} {...props} />;
}

export const AimOutlined = quiet(drawn.AimOutlined);
export const ApartmentOutlined = quiet(drawn.ApartmentOutlined);
export const ArrowDownOutlined = quiet(drawn.ArrowDownOutlined);
export const ArrowUpOutlined = quiet(drawn.ArrowUpOutlined);
export const BarChartOutlined = quiet(drawn.BarChartOutlined);
export const CaretDownFilled = quiet(drawn.CaretDownFilled);
export const CaretDownOutlined = quiet(drawn.CaretDownOutlined);
export const CaretRightOutlined = quiet(drawn.CaretRightOutlined);
export const CaretUpFilled = quiet(drawn.CaretUpFilled);
export const CheckCircleFilled = quiet(drawn.CheckCircleFilled);
export const CheckCircleOutlined = quiet(drawn.CheckCircleOutlined);
export const CloseCircleFilled = quiet(drawn.CloseCircleFilled);
export const CloseOutlined = quiet(drawn.CloseOutlined);
export const CompressOutlined = quiet(drawn.CompressOutlined);
export const DatabaseOutlined = quiet(drawn.DatabaseOutlined);
export const DeleteOutlined = quiet(drawn.DeleteOutlined);
export const DownOutlined = quiet(drawn.DownOutlined);
export const DownloadOutlined = quiet(drawn.DownloadOutlined);
export const DragOutlined = quiet(drawn.DragOutlined);
export const EditOutlined = quiet(drawn.EditOutlined);
export const ExpandOutlined = quiet(drawn.ExpandOutlined);
export const EyeInvisibleOutlined = quiet(drawn.EyeInvisibleOutlined);
export const FilterOutlined = quiet(drawn.FilterOutlined);
export const FolderOpenOutlined = quiet(drawn.FolderOpenOutlined);
export const ImportOutlined = quiet(drawn.ImportOutlined);
export const InboxOutlined = quiet(drawn.InboxOutlined);
export const InfoCircleOutlined = quiet(drawn.InfoCircleOutlined);
export const LockFilled = quiet(drawn.LockFilled);
export const MinusOutlined = quiet(drawn.MinusOutlined);
export const MoreOutlined = quiet(drawn.MoreOutlined);
export const NodeIndexOutlined = quiet(drawn.NodeIndexOutlined);
export const PartitionOutlined = quiet(drawn.PartitionOutlined);
export const PauseOutlined = quiet(drawn.PauseOutlined);
export const PlayCircleOutlined = quiet(drawn.PlayCircleOutlined);
export const PlaySquareOutlined = quiet(drawn.PlaySquareOutlined);
export const PlusOutlined = quiet(drawn.PlusOutlined);
export const PrinterOutlined = quiet(drawn.PrinterOutlined);
export const RedoOutlined = quiet(drawn.RedoOutlined);
export const SafetyCertificateOutlined = quiet(drawn.SafetyCertificateOutlined);
export const SaveOutlined = quiet(drawn.SaveOutlined);
export const SlidersOutlined = quiet(drawn.SlidersOutlined);
export const StopOutlined = quiet(drawn.StopOutlined);
export const SwapOutlined = quiet(drawn.SwapOutlined);
export const TableOutlined = quiet(drawn.TableOutlined);
export const UndoOutlined = quiet(drawn.UndoOutlined);
export const UnlockOutlined = quiet(drawn.UnlockOutlined);
export const UpOutlined = quiet(drawn.UpOutlined);
export const WarningFilled = quiet(drawn.WarningFilled);
