import Foundation
import ViewModel
