// Includes libqpdf for all who read and write PDFs here, with the settings that it wants.
#pragma once

#define POINTERHOLDER_TRANSITION 4  // standard smart pointers only
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
