#include "record/history.h"
