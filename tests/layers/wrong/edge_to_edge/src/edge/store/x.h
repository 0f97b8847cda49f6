#include "edge/report/report.h"
