import Cells
import ViewModel
